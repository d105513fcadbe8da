import { testApp } from './matrix.ts';

testApp('vue');
