/** When several parties can meet, each in a room of its own site: bitmaps narrow it down, matching gives the rooms. */
@NullMarked
package org.passerelle.availability.planner;

import org.jspecify.annotations.NullMarked;
