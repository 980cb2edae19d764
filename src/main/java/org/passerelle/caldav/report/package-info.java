/** What a program asks of a calendar in one request (RFC 4791 section 7, RFC 6578). */
@NullMarked
package org.passerelle.caldav.report;

import org.jspecify.annotations.NullMarked;
