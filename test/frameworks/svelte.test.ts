import { testApp } from './matrix.ts';

testApp('svelte');
