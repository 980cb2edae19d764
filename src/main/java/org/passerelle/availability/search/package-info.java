/** How rooms are searched: arranged by what they share, filtered, judged by the rules of booking, and ranked. */
@NullMarked
package org.passerelle.availability.search;

import org.jspecify.annotations.NullMarked;
