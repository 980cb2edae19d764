package org.passerelle.platform.cache;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Caches that nobody counts the hits of, for tests without Spring. */
public final class UnobservedCaches {

    private UnobservedCaches() {}

    public static NamedCaches caches() {
        return new NamedCaches(new StaticListableBeanFactory().getBeanProvider(NamedCaches.Observer.class));
    }
}
