package org.passerelle.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out the elements of a list to several threads, over and over again. */
final class Cycle<T> {

    private final List<T> elements;
    private final AtomicInteger turn = new AtomicInteger();

    Cycle(List<T> elements) {
        this.elements = List.copyOf(elements);
    }

    T next() {
        return elements.get(Math.floorMod(turn.getAndIncrement(), elements.size()));
    }
}
