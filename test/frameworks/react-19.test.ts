import { testApp } from './matrix.ts';

testApp('react-19');
