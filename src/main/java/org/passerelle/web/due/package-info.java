/** What the program does at its time: what is due next, what was done, and what failed. */
@NullMarked
package org.passerelle.web.due;

import org.jspecify.annotations.NullMarked;
