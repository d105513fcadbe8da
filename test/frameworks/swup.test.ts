import { testPageLibrary } from './matrix.ts';

testPageLibrary('swup');
