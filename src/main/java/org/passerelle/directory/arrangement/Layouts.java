package org.passerelle.directory.arrangement;

import java.util.List;
import java.util.Optional;

/**
 * The ways in which a room can be furnished, each once; none where nobody moves the tables.
 *
 * @param offered in the order of the file
 */
public record Layouts(List<Layout> offered) {

    public static final Layouts NONE = new Layouts(List.of());

    public Layouts {
        offered = List.copyOf(offered);
    }

    public boolean isEmpty() {
        return offered.isEmpty();
    }

    public Optional<Layout> find(String id) {
        return offered.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
