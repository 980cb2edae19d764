/** The XML of WebDAV, within bounds, in and out. */
@NullMarked
package org.passerelle.caldav.xml;

import org.jspecify.annotations.NullMarked;
