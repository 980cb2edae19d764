/**
 * How Tomcat shares its threads among clients: whoever is slow in sending a request or in taking an answer holds up nobody but
 * itself.
 */
@NullMarked
package org.passerelle.security.connector;

import org.jspecify.annotations.NullMarked;
