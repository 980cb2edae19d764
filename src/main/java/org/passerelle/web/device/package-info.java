/** The devices in the rooms as those see them who look after them, and the sheets by which people join. */
@NullMarked
package org.passerelle.web.device;

import org.jspecify.annotations.NullMarked;
