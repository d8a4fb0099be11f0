/* The pad in a frame of another site's page: it remembers nothing, and leads out of the frame only by its links. */

import { find } from "./elements.js";
import { StandSheet } from "./stand-sheet.js";
import { readWords } from "./words.js";

const { predict = "", fresh } = find("embed", HTMLElement).dataset;
const SECOND = 1000; // ms

new StandSheet(predict, SECOND * Number(fresh), readWords()).change();
