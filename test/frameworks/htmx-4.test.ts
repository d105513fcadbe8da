import { testPageLibrary } from './matrix.ts';

testPageLibrary('htmx-4');
