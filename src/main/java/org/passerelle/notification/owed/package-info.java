/** Notifications that are owed to people, values and where they are kept. */
@NullMarked
package org.passerelle.notification.owed;

import org.jspecify.annotations.NullMarked;
