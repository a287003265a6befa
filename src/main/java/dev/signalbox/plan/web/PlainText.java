package dev.signalbox.plan.web;

import dev.signalbox.plan.Wording;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text that a plan can hold; null is for {@code @NotNull} to refuse. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
@interface PlainText {

  String message() default "is not a text that can be stored";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Most characters. */
  int max();

  /** Whether it may be empty or blank. */
  boolean blank() default false;

  /** Whether it may have several lines. */
  boolean lines() default false;

  /** Says what is wrong in words of the domain. */
  final class Validator implements ConstraintValidator<PlainText, String> {

    private int max;
    private boolean blank;
    private boolean lines;

    @Override
    public void initialize(PlainText rule) {
      max = rule.max();
      blank = rule.blank();
      lines = rule.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      if (!blank && text.isBlank()) {
        return refuse("must not be blank", context);
      }
      return (lines ? Wording.flaw(text, max) : Wording.flawOfLine(text, max))
          .map(flaw -> refuse(flaw, context))
          .orElse(true);
    }

    private static boolean refuse(String flaw, ConstraintValidatorContext context) {
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(flaw).addConstraintViolation();
      return false;
    }
  }
}
