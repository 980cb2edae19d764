@NullMarked
package org.passerelle.calendar.message;

import org.jspecify.annotations.NullMarked;
