/** What is written to the log, and how much of it. */
@NullMarked
package org.passerelle.platform.log;

import org.jspecify.annotations.NullMarked;
