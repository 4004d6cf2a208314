@NullMarked
package io.trashpong.harness.gateway;

import org.jspecify.annotations.NullMarked;
