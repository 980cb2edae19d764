/** The properties of resources (RFC 4918 section 15, RFC 4791, RFC 6638, RFC 3744). */
@NullMarked
package org.passerelle.caldav.property;

import org.jspecify.annotations.NullMarked;
