@NullMarked
package org.passerelle.calendar;

import org.jspecify.annotations.NullMarked;
