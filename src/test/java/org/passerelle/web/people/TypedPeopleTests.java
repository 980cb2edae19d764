package org.passerelle.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedPeopleTests {

    private static String read(String typed) {
        return TypedPeople.of(typed).people().stream()
                .map(each -> each.name() + "<" + each.email() + ">")
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                               | ''
            ' ,; \n '                                        | ''
            louis@a.example                                  | <louis@a.example>
            louis@a.example, nadia@b.example                 | <louis@a.example> <nadia@b.example>
            louis@a.example;nadia@b.example;                 | <louis@a.example> <nadia@b.example>
            'louis@a.example\nnadia@b.example\r\n'           | <louis@a.example> <nadia@b.example>
            louis@a.example nadia@b.example                  | <louis@a.example> <nadia@b.example>
            Louis Martin                                     | Louis Martin<>
            Louis Martin, nadia@b.example, Paul              | Louis Martin<> <nadia@b.example> Paul<>
            Louis Martin <louis@a.example>                   | Louis Martin<louis@a.example>
            '"Martin, Louis" <louis@a.example>, Ann <a@b.c>' | Martin, Louis<louis@a.example> Ann<a@b.c>
            'Martin, Louis <louis@a.example>; Ann <a@b.c>'   | Martin, Louis<louis@a.example> Ann<a@b.c>
            'x@y.z, Ann <a@b.c>, Louis Martin'               | <x@y.z> Ann<a@b.c> Louis Martin<>
            'Louis Martin, "Roe, Ann" <a@b.c>'               | Louis Martin<> Roe, Ann<a@b.c>
            'Louis Martin, Ann <a@b.c>'                      | Louis Martin<> Ann<a@b.c>
            Ann Roe ann@b.c                                  | Ann Roe<ann@b.c>
            a@b.c with d@e.f                                 | <a@b.c> <d@e.f> with<>
            'x@y.z Ann <a@b.c>'                              | <x@y.z> Ann<a@b.c>
            <a@b.c>                                          | <a@b.c>
            « Ann »                                          | Ann<>
            """)
    void readsWhatPeopleTypeAndPaste(String typed, String people) {
        assertThat(read(typed.replace("\\n", "\n").replace("\\r", "\r"))).isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource({"'Louis, nad', nad", "nad, nad", "'Louis, ', ''", "'a@b.c nad', a@b.c nad"})
    void knowsWhatIsBeingTyped(String typed, String last) {
        assertThat(TypedPeople.of(typed).last()).isEqualTo(last);
    }

    @Test
    void isReadInNoTimeHoweverLongItIs() {
        String hostile = "<".repeat(5_000) + "a@".repeat(5_000) + "\"".repeat(5_000) + "@,<".repeat(5_000);

        assertTimeout(Duration.ofSeconds(2), () -> TypedPeople.of(hostile));
    }
}
