import { testApp } from './matrix.ts';

testApp('angular-ssr');
