/** People, organisations and access tokens over HTTP. */
@NullMarked
package org.passerelle.api.account;

import org.jspecify.annotations.NullMarked;
