export { Avatar, initialsOf } from './avatar';
export { Field, Switch } from './field';
export { Glyph, type GlyphKind } from './glyph';
export { Icon } from './icon';
export type { IconName } from './icon-paths';
export { MenuButton, type MenuItem } from './menu';
export { Ribbon, type RibbonProps } from './ribbon';
export { Sheet } from './sheet';
export { Empty, Problem, Skeleton } from './states';
