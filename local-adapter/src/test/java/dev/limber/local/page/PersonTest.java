package dev.limber.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limber.core.chat.Address;
import dev.limber.core.chat.Platform;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ann                    | Ann                 | ann
            '  Ann   Lee '         | Ann Lee             | ann-lee
            ANN                    | ANN                 | ann
            Zoë                    | Zoë                 | zoë
            腰さん                  | 腰さん               | 腰さん
            <script>alert(1)       | <script>alert(1)    | -script-alert-1-
            """)
    void a_name_is_kept_as_typed_and_stands_for_one_person(String typed, String name, String id) {
        assertThat(Person.named(typed)).contains(new Person(id, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "—", "👋", "\u202e", "\u0000"})
    void a_name_needs_a_letter_or_a_digit(String typed) {
        assertThat(Person.named(typed)).isEmpty();
    }

    @Test
    void a_name_is_bounded_and_turns_no_reading_direction() {
        assertThat(Person.named("x".repeat(10_000)).orElseThrow().name()).hasSize(Person.MOST_CHARACTERS);
        assertThat(Person.named("A\u202enn\u0007").orElseThrow().name()).isEqualTo("Ann");
    }

    @Test
    void a_person_is_found_at_their_address_and_nobody_elsewhere() {
        Person ann = Person.named("Ann Lee").orElseThrow();
        Address there = ann.address();

        assertThat(Person.at(there).map(Person::user)).contains(ann.user());
        assertThat(Person.at(new Address(there.platform(), "other", there.chat(), Optional.empty())))
                .isEmpty();
        assertThat(Person.at(new Address(new Platform("terminal"), there.bot(), there.chat(), Optional.empty())))
                .isEmpty();
        assertThat(Person.at(new Address(there.platform(), there.bot(), "Ann Lee", Optional.empty())))
                .isEmpty();
    }
}
