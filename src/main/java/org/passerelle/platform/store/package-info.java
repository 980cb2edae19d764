/** What the database could not do, told from its exceptions, whichever database it is. */
@NullMarked
@NamedInterface("store")
package org.passerelle.platform.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
