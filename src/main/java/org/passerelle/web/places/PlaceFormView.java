package org.passerelle.web.places;

import java.util.List;
import java.util.Optional;

/**
 * A form as it is shown.
 *
 * @param general what is wrong with it and of no one field
 * @param seen the version of the directory at which it was read
 */
record PlaceFormView(List<GroupView> groups, List<String> general, long seen) {

    /** Whether anything is wrong. */
    public boolean isFaulty() {
        return !general.isEmpty()
                || groups.stream()
                        .flatMap(group -> group.fields().stream())
                        .anyMatch(field -> !field.errors().isEmpty());
    }

    public List<FieldView> faulty() {
        return groups.stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> !field.errors().isEmpty())
                .toList();
    }

    /**
     * Fields that are shown together.
     *
     * @param said how many of them say something
     */
    record GroupView(String name, List<FieldView> fields, long said, boolean isOpen) {}

    /**
     * One field, or one cell of a table.
     *
     * @param name under which it is sent
     * @param options what can be chosen
     * @param rows of a table
     * @param inherited what holds if nothing is said here
     * @param note what somebody else has changed about it meanwhile
     */
    record FieldView(
            String name,
            FieldKind kind,
            String label,
            Optional<String> help,
            String value,
            List<OptionView> options,
            TableView table,
            List<String> errors,
            Optional<String> inherited,
            Optional<String> note) {

        public boolean isSaid() {
            return !value.isEmpty() || !table.rows().isEmpty() && table.said() > 0 || table.isNone();
        }
    }

    record OptionView(String value, String label, boolean isChosen) {}

    /**
     * @param said how many rows say something; empty ones follow, to be filled in
     * @param noneLabel what says that there are none where there are some further out; empty if nothing does
     */
    record TableView(List<List<FieldView>> rows, int said, Optional<String> noneLabel, boolean isNone) {

        static final TableView NOTHING = new TableView(List.of(), 0, Optional.empty(), false);
    }
}
