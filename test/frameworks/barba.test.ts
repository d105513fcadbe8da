import { testPageLibrary } from './matrix.ts';

testPageLibrary('barba');
