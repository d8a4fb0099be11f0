/* The report's page: nothing moves on it; only a presentation's keys lead on. */

import { connectPageKeys } from "./page-keys.js";

connectPageKeys();
