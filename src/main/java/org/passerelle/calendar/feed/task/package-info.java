/** What a site has to do, as events of a calendar. */
@NullMarked
package org.passerelle.calendar.feed.task;

import org.jspecify.annotations.NullMarked;
