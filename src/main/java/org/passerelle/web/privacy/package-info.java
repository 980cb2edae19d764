/** What is kept of somebody: shown to them, copied for them, and erased. */
@NullMarked
package org.passerelle.web.privacy;

import org.jspecify.annotations.NullMarked;
