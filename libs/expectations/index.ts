export * from './expected-response.entity.js';
