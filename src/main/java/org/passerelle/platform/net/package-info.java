/** Addresses of the Internet: who a client is, and which proxies are believed when they say for whom they ask. */
@NullMarked
@NamedInterface("net")
package org.passerelle.platform.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
