/** The page that finds a time at which people at several sites can meet, and books all their rooms at once. */
@NullMarked
package org.passerelle.web.planner;

import org.jspecify.annotations.NullMarked;
