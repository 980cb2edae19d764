/** Connections that this program opens to servers of others by HTTP: the one place that makes clients, with their bounds. */
@NullMarked
@NamedInterface("http")
package org.passerelle.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
