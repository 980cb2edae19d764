/** What clients are told of requests. */
@NullMarked
package org.passerelle.api.request;

import org.jspecify.annotations.NullMarked;
