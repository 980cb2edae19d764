/** What notifications say, in every language. */
@NullMarked
package org.passerelle.notification.text;

import org.jspecify.annotations.NullMarked;
