/** The small build has the types of the large one. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
