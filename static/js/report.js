/* The report's page: nothing moves on it; what is chosen is shown, and a presentation's keys lead on. */

import { connectChoices } from "./choose.js";
import { connectPageKeys } from "./page-keys.js";

connectPageKeys();
connectChoices();
