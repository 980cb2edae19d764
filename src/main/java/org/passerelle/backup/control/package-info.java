/** How a command of the same machine and user asks the running program for a backup or a check. */
@NullMarked
package org.passerelle.backup.control;

import org.jspecify.annotations.NullMarked;
