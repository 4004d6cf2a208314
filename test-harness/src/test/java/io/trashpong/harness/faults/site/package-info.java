@NullMarked
package io.trashpong.harness.faults.site;

import org.jspecify.annotations.NullMarked;
