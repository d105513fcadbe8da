import { testApp } from './matrix.ts';

testApp('astro');
