;; The sums in which a sentence model spends its time, several at once, which JavaScript can't. All places are bytes of the
;; memory; all lengths are numbers of values, and all counts at least 1. `npm run kernel` writes it as bytes into program.ts.
(module
  (memory (export "memory") 1)

  ;; Each of $rows rows of $length (a multiple of 8) floats as 16-bit numbers of at most $largest in size, and what 1 stands
  ;; for in it as a float at $steps.
  (func (export "toWhole")
    (param $from i32) (param $to i32) (param $steps i32) (param $rows i32) (param $length i32) (param $largest f32)
    (local $end i32) (local $most v128) (local $scale v128) (local $step f32)
    (loop $row
      (local.set $most (v128.const f32x4 0 0 0 0))
      (local.set $end (i32.add (local.get $from) (i32.shl (local.get $length) (i32.const 2))))
      (loop $columns
        (local.set $most (f32x4.pmax (local.get $most) (f32x4.abs (v128.load (local.get $from)))))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br_if $columns (i32.lt_u (local.get $from) (local.get $end))))
      (local.set $step
        (f32.div
          (f32.max
            (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
            (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most))))
          (local.get $largest)))
      (if (f32.eq (local.get $step) (f32.const 0)) (then (local.set $step (f32.const 1))))
      (f32.store (local.get $steps) (local.get $step))
      (local.set $scale (f32x4.splat (f32.div (f32.const 1) (local.get $step))))
      (local.set $from (i32.sub (local.get $end) (i32.shl (local.get $length) (i32.const 2))))
      (loop $columns
        (v128.store (local.get $to)
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $scale) (v128.load (local.get $from)))))
            (i32x4.trunc_sat_f32x4_s
              (f32x4.nearest (f32x4.mul (local.get $scale) (v128.load offset=16 (local.get $from)))))))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $from (i32.add (local.get $from) (i32.const 32)))
        (br_if $columns (i32.lt_u (local.get $from) (local.get $end))))
      (local.set $steps (i32.add (local.get $steps) (i32.const 4)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $row (local.get $rows))))

  ;; Back from the products: each row of $length (a multiple of 4) 32-bit numbers times its step and the scale of the column,
  ;; with the bias of the column, as floats.
  (func (export "fromWhole")
    (param $from i32) (param $to i32) (param $steps i32) (param $scales i32) (param $bias i32)
    (param $rows i32) (param $length i32)
    (local $at i32) (local $size i32) (local $step v128)
    (local.set $size (i32.shl (local.get $length) (i32.const 2)))
    (loop $row
      (local.set $step (v128.load32_splat (local.get $steps)))
      (local.set $at (i32.const 0))
      (loop $columns
        (v128.store (i32.add (local.get $to) (local.get $at))
          (f32x4.add
            (v128.load (i32.add (local.get $bias) (local.get $at)))
            (f32x4.mul
              (f32x4.mul (local.get $step) (v128.load (i32.add (local.get $scales) (local.get $at))))
              (f32x4.convert_i32x4_s (v128.load (i32.add (local.get $from) (local.get $at)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $columns (i32.lt_u (local.get $at) (local.get $size))))
      (local.set $from (i32.add (local.get $from) (local.get $size)))
      (local.set $to (i32.add (local.get $to) (local.get $size)))
      (local.set $steps (i32.add (local.get $steps) (i32.const 4)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $row (local.get $rows))))

  ;; The Gaussian error linear unit (Hendrycks, Gimpel 2016) of $count (a multiple of 4) floats, where they lie. The error
  ;; function is that of Abramowitz, Stegun: Handbook of Mathematical Functions, 7.1.28, right to six digits.
  (func (export "bend") (param $at i32) (param $count i32)
    (local $end i32) (local $x v128) (local $size v128) (local $z v128) (local $p v128)
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 2))))
    (loop $values
      (local.set $x (v128.load (local.get $at)))
      (local.set $size (f32x4.abs (local.get $x)))
      (local.set $z (f32x4.mul (local.get $size) (f32x4.splat (f32.const 0.70710678))))
      (local.set $p (f32x4.mul (local.get $z) (f32x4.splat (f32.const 0.0000430638))))
      (local.set $p (f32x4.mul (local.get $z) (f32x4.add (local.get $p) (f32x4.splat (f32.const 0.0002765672)))))
      (local.set $p (f32x4.mul (local.get $z) (f32x4.add (local.get $p) (f32x4.splat (f32.const 0.0001520143)))))
      (local.set $p (f32x4.mul (local.get $z) (f32x4.add (local.get $p) (f32x4.splat (f32.const 0.0092705272)))))
      (local.set $p (f32x4.mul (local.get $z) (f32x4.add (local.get $p) (f32x4.splat (f32.const 0.0422820123)))))
      (local.set $p (f32x4.mul (local.get $z) (f32x4.add (local.get $p) (f32x4.splat (f32.const 0.0705230784)))))
      (local.set $p (f32x4.add (local.get $p) (f32x4.splat (f32.const 1))))
      (local.set $p (f32x4.mul (local.get $p) (local.get $p)))
      (local.set $p (f32x4.mul (local.get $p) (local.get $p)))
      (local.set $p (f32x4.mul (local.get $p) (local.get $p)))
      (local.set $p (f32x4.mul (local.get $p) (local.get $p)))
      (v128.store (local.get $at)
        (f32x4.mul (f32x4.splat (f32.const 0.5))
          (f32x4.add (local.get $x)
            (f32x4.sub (local.get $size) (f32x4.div (local.get $size) (local.get $p))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $values (i32.lt_u (local.get $at) (local.get $end)))))

  ;; How well each of $rows rows fits each key, head by head: a head is $width (a multiple of 4) of the $hidden values of a
  ;; row, and the sums lie at $to by head, row and key, times $scale.
  (func (export "fit")
    (param $query i32) (param $key i32) (param $to i32) (param $rows i32) (param $hidden i32) (param $width i32)
    (param $scale f32)
    (local $head i32) (local $row i32) (local $other i32) (local $k i32) (local $q i32) (local $o i32)
    (local $line i32) (local $size i32) (local $sum v128)
    (local.set $line (i32.shl (local.get $hidden) (i32.const 2)))
    (local.set $size (i32.shl (local.get $width) (i32.const 2)))
    (loop $heads
      (local.set $row (i32.const 0))
      (loop $rowsOf
        (local.set $q (i32.add (i32.add (local.get $query) (local.get $head)) (i32.mul (local.get $row) (local.get $line))))
        (local.set $o (i32.add (local.get $key) (local.get $head)))
        (local.set $other (i32.const 0))
        (loop $others
          (local.set $sum (v128.const f32x4 0 0 0 0))
          (local.set $k (i32.const 0))
          (loop $columns
            (local.set $sum
              (f32x4.add (local.get $sum)
                (f32x4.mul
                  (v128.load (i32.add (local.get $q) (local.get $k)))
                  (v128.load (i32.add (local.get $o) (local.get $k))))))
            (local.set $k (i32.add (local.get $k) (i32.const 16)))
            (br_if $columns (i32.lt_u (local.get $k) (local.get $size))))
          (f32.store (local.get $to)
            (f32.mul (local.get $scale)
              (f32.add
                (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
                (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum))))))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (local.set $o (i32.add (local.get $o) (local.get $line)))
          (local.set $other (i32.add (local.get $other) (i32.const 1)))
          (br_if $others (i32.lt_u (local.get $other) (local.get $rows))))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br_if $rowsOf (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $head (i32.add (local.get $head) (local.get $size)))
      (br_if $heads (i32.lt_u (local.get $head) (local.get $line)))))

  ;; For each row the sum of all rows of values, head by head, by the shares that lie as `fit` wrote its sums.
  (func (export "blend")
    (param $shares i32) (param $value i32) (param $to i32) (param $rows i32) (param $hidden i32) (param $width i32)
    (local $at i32) (local $next i32) (local $row i32) (local $other i32) (local $o i32) (local $line i32)
    (local $sum v128)
    (local.set $line (i32.shl (local.get $hidden) (i32.const 2)))
    (loop $heads
      (local.set $next (i32.add (local.get $at) (i32.shl (local.get $width) (i32.const 2))))
      (local.set $row (i32.const 0))
      (loop $rowsOf
        (loop $columns
          (local.set $sum (v128.const f32x4 0 0 0 0))
          (local.set $o (i32.add (local.get $value) (local.get $at)))
          (local.set $other (i32.const 0))
          (loop $others
            (local.set $sum
              (f32x4.add (local.get $sum)
                (f32x4.mul
                  (v128.load32_splat (i32.add (local.get $shares) (i32.shl (local.get $other) (i32.const 2))))
                  (v128.load (local.get $o)))))
            (local.set $o (i32.add (local.get $o) (local.get $line)))
            (local.set $other (i32.add (local.get $other) (i32.const 1)))
            (br_if $others (i32.lt_u (local.get $other) (local.get $rows))))
          (v128.store
            (i32.add (i32.add (local.get $to) (local.get $at)) (i32.mul (local.get $row) (local.get $line)))
            (local.get $sum))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $columns (i32.lt_u (local.get $at) (local.get $next))))
        (local.set $at (i32.sub (local.get $next) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $shares (i32.add (local.get $shares) (i32.shl (local.get $rows) (i32.const 2))))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br_if $rowsOf (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $at (local.get $next))
      (br_if $heads (i32.lt_u (local.get $at) (local.get $line)))))

  ;; The sum of the four numbers of $sum, to $to.
  (func $put (param $to i32) (param $sum v128)
    (i32.store (local.get $to)
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
        (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))

  ;; $rows (a multiple of 4) rows of $length (a multiple of 8) 16-bit numbers from $from on, times $outs (a multiple of 2)
  ;; rows of as many signed bytes from $weights on: the products of row r and row o lie as 32 bits at $to + 4 * (r * $outs + o).
  (func (export "multiply")
    (param $from i32) (param $weights i32) (param $to i32) (param $rows i32) (param $outs i32) (param $length i32)
    (local $out i32) (local $row i32) (local $k i32) (local $end i32) (local $wide i32) (local $line i32) (local $at i32)
    (local $w0 i32) (local $x0 i32) (local $x1 i32) (local $x2 i32) (local $x3 i32)
    (local $u v128) (local $v v128) (local $x v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local.set $wide (i32.shl (local.get $length) (i32.const 1)))
    (local.set $line (i32.shl (local.get $outs) (i32.const 2)))
    (loop $outs
      (local.set $w0 (i32.add (local.get $weights) (i32.mul (local.get $out) (local.get $length))))
      (local.set $row (i32.const 0))
      (loop $rows
        (local.set $x0 (i32.add (local.get $from) (i32.mul (local.get $row) (local.get $wide))))
        (local.set $x1 (i32.add (local.get $x0) (local.get $wide)))
        (local.set $x2 (i32.add (local.get $x1) (local.get $wide)))
        (local.set $x3 (i32.add (local.get $x2) (local.get $wide)))
        (local.set $a0 (v128.const i32x4 0 0 0 0))
        (local.set $a1 (v128.const i32x4 0 0 0 0))
        (local.set $a2 (v128.const i32x4 0 0 0 0))
        (local.set $a3 (v128.const i32x4 0 0 0 0))
        (local.set $b0 (v128.const i32x4 0 0 0 0))
        (local.set $b1 (v128.const i32x4 0 0 0 0))
        (local.set $b2 (v128.const i32x4 0 0 0 0))
        (local.set $b3 (v128.const i32x4 0 0 0 0))
        (local.set $k (i32.const 0))
        (loop $columns
          (local.set $at (i32.add (local.get $w0) (local.get $k)))
          (local.set $u (v128.load8x8_s (local.get $at)))
          (local.set $v (v128.load8x8_s (i32.add (local.get $at) (local.get $length))))
          (local.set $end (i32.shl (local.get $k) (i32.const 1)))
          (local.set $x (v128.load (i32.add (local.get $x0) (local.get $end))))
          (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $u) (local.get $x))))
          (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $v) (local.get $x))))
          (local.set $x (v128.load (i32.add (local.get $x1) (local.get $end))))
          (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $u) (local.get $x))))
          (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $v) (local.get $x))))
          (local.set $x (v128.load (i32.add (local.get $x2) (local.get $end))))
          (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $u) (local.get $x))))
          (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $v) (local.get $x))))
          (local.set $x (v128.load (i32.add (local.get $x3) (local.get $end))))
          (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $u) (local.get $x))))
          (local.set $b3 (i32x4.add (local.get $b3) (i32x4.dot_i16x8_s (local.get $v) (local.get $x))))
          (local.set $k (i32.add (local.get $k) (i32.const 8)))
          (br_if $columns (i32.lt_u (local.get $k) (local.get $length))))
        (local.set $at
          (i32.add (local.get $to)
            (i32.shl (i32.add (i32.mul (local.get $row) (local.get $outs)) (local.get $out)) (i32.const 2))))
        (call $put (local.get $at) (local.get $a0))
        (call $put (i32.add (local.get $at) (i32.const 4)) (local.get $b0))
        (local.set $at (i32.add (local.get $at) (local.get $line)))
        (call $put (local.get $at) (local.get $a1))
        (call $put (i32.add (local.get $at) (i32.const 4)) (local.get $b1))
        (local.set $at (i32.add (local.get $at) (local.get $line)))
        (call $put (local.get $at) (local.get $a2))
        (call $put (i32.add (local.get $at) (i32.const 4)) (local.get $b2))
        (local.set $at (i32.add (local.get $at) (local.get $line)))
        (call $put (local.get $at) (local.get $a3))
        (call $put (i32.add (local.get $at) (i32.const 4)) (local.get $b3))
        (local.set $row (i32.add (local.get $row) (i32.const 4)))
        (br_if $rows (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $out (i32.add (local.get $out) (i32.const 2)))
      (br_if $outs (i32.lt_u (local.get $out) (local.get $outs))))))
