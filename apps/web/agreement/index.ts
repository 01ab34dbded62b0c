export { AgreementNews } from './agreement-news';
