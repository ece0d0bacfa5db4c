import { testThatEachBreaksItsRuleOnly } from '../foreign/breaks';
import { WORDS } from '../foreign/configurations';

testThatEachBreaksItsRuleOnly(WORDS);
