import { testPageLibrary } from './matrix.ts';

testPageLibrary('turbo');
